import React from 'react';
import { Alert } from '@grafana/ui';
import type { BulkDecisionResponse } from '@ai-cos/agent-runner/contract';
import { sentence } from '../../format/words.ts';
import { links } from '../../links.ts';
import { ItemLink } from '../TextLink/ItemLink.tsx';

interface Props {
  results: BulkDecisionResponse['results'];
  onClose: () => void;
}

/** What became of each item: a refusal names its reason. */
export function BulkResults({ results, onClose }: Props) {
  const accepted = results.filter((result) => result.accepted).length;
  const refused = results.filter((result) => !result.accepted);
  return (
    <Alert
      severity={refused.length === 0 ? 'success' : 'warning'}
      title={`${accepted} of ${results.length} decisions recorded`}
      onRemove={onClose}
    >
      <ul>
        {refused.map(({ actionId, detail, state }) => (
          <li key={actionId}>
            <ItemLink href={links.action(actionId)}>Action</ItemLink> not decided: {detail ?? sentence(state)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
