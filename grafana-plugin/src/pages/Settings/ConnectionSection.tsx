import React from 'react';
import { Section } from '../../components/Layout/Section.tsx';
import { ConnectionTest } from '../../components/ConnectionTest/ConnectionTest.tsx';

/** Whether the plugin reaches the runner; the address itself is provisioned. */
export function ConnectionSection() {
  return (
    <Section title="Connection">
      <ConnectionTest />
    </Section>
  );
}
