import React from 'react';
import { useParams } from 'react-router-dom';
import { css } from '@emotion/css';
import { renderMarkdown, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { links } from '../../links.ts';
import { useRunbook } from './use-runbooks.ts';

/** The first heading repeats the page title. */
function withoutTitle(markdown: string): string {
  return markdown.replace(/^# .*\n/, '');
}

export function RunbookPage() {
  const { name = '' } = useParams();
  const styles = useStyles2(getStyles);
  const query = useRunbook(name);
  return (
    <AppPage title={name} subTitle={<ItemLink href={links.runbooks()}>All runbooks</ItemLink>}>
      <QueryView query={query}>
        {(markdown) => (
          <Section title="Runbook">
            <div
              className={styles.text}
              // renderMarkdown of @grafana/data sanitises what it returns.
              dangerouslySetInnerHTML={{ __html: renderMarkdown(withoutTitle(markdown)) }}
            />
          </Section>
        )}
      </QueryView>
    </AppPage>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    text: css({
      maxWidth: 820,
      overflowWrap: 'anywhere',
      h2: { fontSize: theme.typography.h5.fontSize, marginTop: theme.spacing(2) },
      'ul, ol': { paddingLeft: theme.spacing(3) },
      a: { color: theme.colors.text.link },
      pre: { overflowX: 'auto' },
    }),
  };
}
