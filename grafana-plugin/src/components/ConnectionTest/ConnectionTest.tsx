import React from 'react';
import { usePluginContext } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Alert, Button } from '@grafana/ui';
import { useMutation } from '@tanstack/react-query';
import type { Me } from '@ai-cos/agent-runner/contract';
import { apiBase, get } from '../../data/client.ts';
import { problemOf, type ApiProblem, type ProblemKind } from '../../data/problem.ts';
import { Facts } from '../Layout/Facts.tsx';

const nextSteps: Record<ProblemKind, string> = {
  unreachable:
    'Start agent-runner, or correct jsonData.apiUrl in the provisioning of aicos-app: it is the address as Grafana itself reaches it.',
  denied:
    'Check that secureJsonData.apiToken and AICOS_PLUGIN_TOKEN_FILE hold the same secret, and that GRAFANA_URL of agent-runner equals root_url of Grafana.',
  not_found: 'The address answers but is not agent-runner: jsonData.apiUrl must be its root, without a path.',
  conflict: 'Try again.',
  invalid: 'Plugin and agent-runner are of different versions: update both.',
  failed: "Look at agent-runner's log; its /readyz says which part is not ready.",
};

function Failed({ problem, url }: { problem: ApiProblem; url: string }) {
  return (
    <Alert severity="error" title="No connection">
      <Facts
        facts={[
          { label: 'Address', value: url },
          { label: 'Status', value: problem.status === 0 ? 'no answer' : `HTTP ${problem.status}` },
          { label: 'Cause', value: `${problem.message} (${problem.code})` },
          { label: 'Next step', value: nextSteps[problem.kind] },
        ]}
      />
    </Alert>
  );
}

interface Settings {
  apiUrl?: string;
}

/** Calls the runner and names address, status, cause and the next step. */
export function ConnectionTest() {
  const context = usePluginContext();
  const settings: Settings = context?.meta.jsonData ?? {};
  const url = `${settings.apiUrl ?? 'not provisioned'} by way of ${apiBase}`;
  const test = useMutation({ mutationFn: () => get<Me>('/me') });
  return (
    <>
      <Facts
        facts={[
          { label: 'agent-runner', value: settings.apiUrl ?? 'not provisioned' },
          { label: 'Plugin', value: context?.meta.info.version ?? '–' },
          { label: 'Grafana', value: config.buildInfo.version },
        ]}
      />
      <Button variant="secondary" disabled={test.isPending} onClick={() => test.mutate()}>
        {test.isPending ? 'Testing' : 'Test connection'}
      </Button>
      {test.data !== undefined && (
        <Alert severity="success" title={`Connected to agent-runner ${test.data.version}`}>
          You are seen as {test.data.name} ({test.data.kind}).
        </Alert>
      )}
      {test.error !== null && <Failed problem={problemOf(test.error)} url={url} />}
    </>
  );
}
