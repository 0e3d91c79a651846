import React from 'react';
import type { AuditEntry } from '@ai-cos/agent-runner/contract';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Muted } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { Tag } from '../../components/Tag/Tag.tsx';
import { useAudit, useAuditVerification } from '../../data/governance.ts';
import { usePermission } from '../../data/permissions.ts';
import { formatWallTime } from '../../format/time.ts';

const columns: ReadonlyArray<Column<AuditEntry>> = [
  { header: 'No.', numeric: true, cell: ({ seq }) => seq },
  { header: 'When', cell: ({ at }) => formatWallTime(at) },
  { header: 'What', cell: ({ event }) => event },
  { header: 'Who', cell: ({ actor }) => actor ?? 'system' },
  { header: 'By way of', cell: ({ route }) => route ?? '–' },
];

function ChainState() {
  const { data } = useAuditVerification(true);
  if (data === undefined) {
    return null;
  }
  return data.valid ? (
    <Tag tone="good">Chain of {data.entries} entries is whole</Tag>
  ) : (
    <Tag tone="bad">Chain broken at entry {data.brokenAt}</Tag>
  );
}

/** The newest entries of the audit, for those who may read it. */
export function AuditSection() {
  const { allowed, whyNot } = usePermission('readAudit');
  const query = useAudit(allowed);
  return (
    <Section title="Audit" aside={allowed ? <ChainState /> : undefined}>
      {allowed ? (
        <QueryView query={query}>
          {(entries) => <DataTable label="Audit" columns={columns} rows={entries} rowKey={({ seq }) => String(seq)} />}
        </QueryView>
      ) : (
        <Muted>{whyNot}</Muted>
      )}
    </Section>
  );
}
