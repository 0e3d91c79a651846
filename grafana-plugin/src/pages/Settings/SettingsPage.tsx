import React from 'react';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { AuditSection } from './AuditSection.tsx';
import { ConnectionSection } from './ConnectionSection.tsx';
import { KillSwitchSection } from './KillSwitchSection.tsx';
import { ModeSection } from './ModeSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';

export function SettingsPage() {
  return (
    <AppPage title="Settings" subTitle="What may run without a person, who may decide, and whether all is connected">
      <KillSwitchSection />
      <ModeSection />
      <PeopleSection />
      <ConnectionSection />
      <AuditSection />
    </AppPage>
  );
}
