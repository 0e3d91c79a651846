import React from 'react';
import { Alert } from '@grafana/ui';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { useHealthBoard } from '../../data/kpis.ts';
import { formatWallTime } from '../../format/time.ts';
import { NeedsYou } from './NeedsYou.tsx';
import { WhatChanged } from './WhatChanged.tsx';
import { WhatItDid } from './WhatItDid.tsx';

function Blind() {
  const { data } = useHealthBoard();
  if (data === undefined || data.blindSinceAt === null) {
    return null;
  }
  return (
    <Alert severity="error" title={`Blind since ${formatWallTime(data.blindSinceAt)}`}>
      No heartbeat arrives from Prometheus and Alertmanager: new alerts would not be noticed. Check both.
    </Alert>
  );
}

export function HomePage() {
  return (
    <AppPage title="Home" subTitle="What needs a decision, what changed, what was done and whether it worked">
      <Blind />
      <NeedsYou />
      <WhatChanged />
      <WhatItDid />
    </AppPage>
  );
}
