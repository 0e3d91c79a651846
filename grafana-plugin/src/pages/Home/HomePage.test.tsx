import React from 'react';
import { screen } from '@testing-library/react';
import { pauseCampaign, restock } from '../../../fixtures/actions.ts';
import { makeHealthBoard } from '../../../fixtures/factories/kpi.ts';
import { makeKillSwitch, makeSnapshot } from '../../../fixtures/factories/governance.ts';
import { personas } from '../../../fixtures/personas.ts';
import { renderPage } from '../../test/render.tsx';
import { answer, unreachable } from '../../test/server.ts';
import { HomePage } from './HomePage.tsx';

function openHome() {
  return renderPage(<HomePage />, { path: '/home', at: '/home' });
}

describe('HomePage', () => {
  beforeEach(() => {
    answer('me', personas.approver);
    answer('actions', [restock, pauseCampaign]);
    answer('healthBoard', makeHealthBoard());
    answer('snapshots', [makeSnapshot(1)]);
    answer('killSwitch', makeKillSwitch());
  });

  it('says what moved the health since yesterday, with units', async () => {
    openHome();

    expect(await screen.findByText('−2.9 points')).toBeVisible();
    expect(screen.getByText('81.4 %')).toBeVisible();
    expect(screen.getByText('€4,320', { selector: 'dd' })).toBeVisible();
  });

  it('puts decisions of others behind the own ones and says so', async () => {
    const others = { ...restock, approval: { ...restock.approval, mayDecide: false, whyNot: 'only Tech may decide' } };
    answer('actions', [others]);
    openHome();

    expect(await screen.findByText('Nothing waits for you; 1 decision for others.')).toBeVisible();
    expect(screen.getByText('only Tech may decide')).toBeVisible();
  });

  it('says since when it is blind', async () => {
    answer('healthBoard', makeHealthBoard({ blindSinceAt: '2026-11-20T08:00:00Z' }));
    openHome();

    expect(await screen.findByText(/Blind since 20 Nov, 08:00/)).toBeVisible();
  });

  it('says on top that the kill switch is engaged, and why', async () => {
    answer('killSwitch', makeKillSwitch({ engaged: true, by: 'Ada Admin', reason: 'suspicious orders' }));
    openHome();

    expect(await screen.findByText(/The kill switch is engaged/)).toBeVisible();
    expect(screen.getByText(/suspicious orders/)).toBeVisible();
  });

  it('shows what it has when a part cannot be read', async () => {
    unreachable('healthBoard');
    openHome();

    expect(await screen.findByText('agent-runner is not reachable')).toBeVisible();
    expect(screen.getAllByText(restock.title)[0]).toBeVisible();
  });
});
