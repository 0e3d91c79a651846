import React from 'react';
import { PluginContextProvider, type AppPluginMeta, type PluginConfigPageProps } from '@grafana/data';
import { ConnectionTest } from '../ConnectionTest/ConnectionTest.tsx';
import { DataRoot } from '../DataRoot/DataRoot.tsx';
import { Facts } from '../Layout/Facts.tsx';
import { Muted } from '../Layout/Muted.tsx';

interface Settings {
  apiUrl?: string;
}

/** Settings come from provisioning, which replaces them at every start; the page shows them and tests them. */
export function AppConfig({ plugin: { meta } }: PluginConfigPageProps<AppPluginMeta<Settings>>) {
  return (
    <PluginContextProvider meta={meta}>
      <DataRoot>
        <p>
          <Muted>
            These values are provisioned (provisioning/grafana/plugins) and are read again at every start of Grafana;
            change them there.
          </Muted>
        </p>
        <Facts
          facts={[
            { label: 'Secret for agent-runner', value: meta.secureJsonFields?.apiToken === true ? 'set' : 'missing' },
          ]}
        />
        <ConnectionTest />
      </DataRoot>
    </PluginContextProvider>
  );
}
