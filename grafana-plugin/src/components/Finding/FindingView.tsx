import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Finding } from '@ai-cos/agent-runner/contract';
import { Muted } from '../Layout/Muted.tsx';
import { Tag } from '../Tag/Tag.tsx';
import { SeverityTag } from '../Tag/tags.tsx';
import { AgentName } from '../TextLink/names.tsx';
import { Why } from '../Why/Why.tsx';
import { EvidenceView } from './EvidenceView.tsx';

interface Props {
  finding: Finding;
  /** Where many findings stand together, the numbers wait until asked for. */
  evidence?: 'shown' | 'on request';
}

function EvidenceList({ finding }: { finding: Finding }) {
  return (
    <>
      {finding.evidence.map((evidence) => (
        <EvidenceView key={evidence.query.name} evidence={evidence} />
      ))}
    </>
  );
}

/** What was found, how sure it is, and the numbers behind it; the agent is the byline. */
export function FindingView({ finding, evidence = 'shown' }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <article className={styles.finding}>
      <div className={styles.head}>
        <strong>{finding.title}</strong>
        <SeverityTag severity={finding.severity} />
        {!finding.sufficient && <Tag>not enough data</Tag>}
      </div>
      <p className={styles.detail}>{finding.detail}</p>
      {evidence === 'shown' ? (
        <EvidenceList finding={finding} />
      ) : (
        <Why label="Numbers behind it">
          <EvidenceList finding={finding} />
        </Why>
      )}
      <Muted>
        Found by <AgentName id={finding.agentId} />
      </Muted>
    </article>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    finding: css({ padding: theme.spacing(1, 0), '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` } }),
    head: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), alignItems: 'center' }),
    detail: css({ margin: theme.spacing(0.5, 0) }),
  };
}
