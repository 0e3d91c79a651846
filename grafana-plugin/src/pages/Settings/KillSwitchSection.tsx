import React, { useState } from 'react';
import { Button } from '@grafana/ui';
import { Muted } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { ReasonForm } from '../../components/ReasonForm/ReasonForm.tsx';
import { Tag } from '../../components/Tag/Tag.tsx';
import { useKillSwitch, useSetKillSwitch } from '../../data/governance.ts';
import { usePermission } from '../../data/permissions.ts';
import { formatWallTime } from '../../format/time.ts';

/** Stops every new effect at once; what already runs is finished, not cut off. */
export function KillSwitchSection() {
  const [isOpen, setOpen] = useState(false);
  const query = useKillSwitch();
  const change = useSetKillSwitch();
  const { allowed, whyNot } = usePermission('killSwitch');
  return (
    <Section title="Kill switch">
      <QueryView query={query}>
        {({ engaged, since, by, reason }) => {
          const label = engaged ? 'Release the kill switch' : 'Stop everything';
          return (
            <>
              <p>
                <Tag tone={engaged ? 'bad' : 'good'}>{engaged ? 'Engaged: nothing new starts' : 'Not engaged'}</Tag>{' '}
                {engaged && since !== null && (
                  <Muted>
                    since {formatWallTime(since)} by {by}: {reason}
                  </Muted>
                )}
              </p>
              {isOpen ? (
                <ReasonForm
                  label={label}
                  variant="destructive"
                  isPending={change.isPending}
                  error={change.error}
                  onSend={(text) =>
                    change.mutate({ engaged: !engaged, reason: text }, { onSuccess: () => setOpen(false) })
                  }
                  onCancel={() => setOpen(false)}
                />
              ) : (
                <Button
                  variant={engaged ? 'secondary' : 'destructive'}
                  disabled={!allowed}
                  tooltip={whyNot ?? undefined}
                  onClick={() => setOpen(true)}
                >
                  {label}
                </Button>
              )}
              {!allowed && whyNot !== null && (
                <div>
                  <Muted>{whyNot}</Muted>
                </div>
              )}
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}
