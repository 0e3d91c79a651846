import React from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { waitingStates } from '../../data/action-groups.ts';
import { detailOf, pauseCampaign, restock } from '../../../fixtures/actions.ts';
import { personas } from '../../../fixtures/personas.ts';
import { renderWithData } from '../../test/render.tsx';
import { answer, refuse, sent, unreachable } from '../../test/server.ts';
import { ApprovalInbox } from './ApprovalInbox.tsx';

function renderInbox(width = 1200) {
  return renderWithData(
    <ApprovalInbox
      width={width}
      height={600}
      states={waitingStates}
      fixedFilter={{}}
      showFilters={false}
      allowBulk
      empty="Nothing waits for a decision."
    />
  );
}

describe('ApprovalInbox', () => {
  beforeEach(() => {
    answer('me', personas.approver);
    answer('actions', [restock, pauseCampaign]);
    answer('action', detailOf({ ...restock, approval: { ...restock.approval, expiresAt: null } }));
  });

  it('opens the most urgent action beside the list', async () => {
    renderInbox();

    expect(await screen.findByRole('heading', { name: restock.title })).toBeVisible();
    expect(screen.getByText('Product 123 is sold out in 2 days')).toBeVisible();
  });

  it('shows list and action one after the other when it is narrow', async () => {
    renderInbox(360);

    await userEvent.click(await screen.findByRole('button', { name: new RegExp(restock.title) }));
    expect(await screen.findByRole('heading', { name: restock.title })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'All actions' }));

    expect(await screen.findByRole('button', { name: new RegExp(pauseCampaign.title, 'i') })).toBeVisible();
  });

  it('decides several at once and names each refusal', async () => {
    const result = { state: 'approved', code: null, detail: null };
    answer('decideMany', {
      results: [
        { actionId: restock.id, accepted: true, ...result },
        { actionId: pauseCampaign.id, accepted: false, ...result, detail: 'your own proposal' },
      ],
    });
    renderInbox();

    for (const { title } of [restock, pauseCampaign]) {
      await userEvent.click(await screen.findByRole('checkbox', { name: `Mark ${title}` }));
    }
    const bar = screen.getByRole('group', { name: 'Decide the marked actions' });
    await userEvent.click(within(bar).getByRole('button', { name: 'Approve 2' }));

    expect(await screen.findByText('1 of 2 decisions recorded')).toBeVisible();
    expect(screen.getByText(/your own proposal/)).toBeVisible();
    expect(sent.decideMany).toEqual([
      expect.objectContaining({
        verdict: 'approve',
        items: [
          { actionId: restock.id, digest: restock.digest },
          { actionId: pauseCampaign.id, digest: pauseCampaign.digest },
        ],
      }),
    ]);
  });

  it('presses the decision button by keyboard without sending anything', async () => {
    renderInbox();
    await screen.findByRole('heading', { name: restock.title });

    await userEvent.click(screen.getByRole('button', { name: new RegExp(restock.title) }));
    await userEvent.keyboard('r');

    expect(await screen.findByRole('form', { name: `Reject: ${restock.title}` })).toBeVisible();
    expect(sent.decide).toBeUndefined();
  });

  it('offers a viewer no marks', async () => {
    answer('me', personas.viewer);
    renderInbox();
    await screen.findByRole('heading', { name: restock.title });

    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('says that nothing waits', async () => {
    answer('actions', []);
    renderInbox();

    expect(await screen.findByText('Nothing waits for a decision.')).toBeVisible();
  });

  it('says that the runner cannot be reached, with a way to try again', async () => {
    unreachable('actions');
    renderInbox();

    expect(await screen.findByText('agent-runner is not reachable')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('says that reading is not permitted', async () => {
    refuse('actions', { status: 403, code: 'person_unknown', detail: 'The people file does not name you.' });
    renderInbox();

    expect(await screen.findByText('Not permitted')).toBeVisible();
    expect(screen.getByText(/The people file does not name you/)).toBeVisible();
  });
});
