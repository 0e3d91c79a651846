import React from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ActionSummary } from '@ai-cos/agent-runner/contract';
import { wallNow } from '../../data/wall-clock.ts';
import { detailOf, pauseCampaign, restock, rollbackCheckout } from '../../../fixtures/actions.ts';
import { makeApproval } from '../../../fixtures/factories/action.ts';
import { renderWithData } from '../../test/render.tsx';
import { answer, refuse, sent } from '../../test/server.ts';
import { DecisionBar } from './DecisionBar.tsx';

const soon = () => new Date(wallNow() + 600_000).toISOString();

function open(action: ActionSummary, approval: Partial<ActionSummary['approval']> = {}): ActionSummary {
  return { ...action, approval: { ...action.approval, expiresAt: soon(), ...approval } };
}

describe('DecisionBar', () => {
  it('names the effect before it sends, with the digest that was shown', async () => {
    answer('decide', detailOf(restock));
    renderWithData(<DecisionBar action={open(restock)} />);

    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    expect(screen.getByText(/One approval is enough: it will be carried out/)).toBeVisible();
    expect(screen.getByText(/€4,320/)).toBeVisible();
    expect(sent.decide).toBeUndefined();
    await userEvent.click(screen.getByRole('button', { name: 'Approve now' }));

    expect(await screen.findByRole('status')).toHaveTextContent('Your decision was recorded.');
    expect(sent.decide).toEqual([
      { verdict: 'approve', digest: restock.digest, idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ]);
  });

  it('says that a second person is still needed', async () => {
    const action = open(rollbackCheckout, { decisions: [] });
    renderWithData(<DecisionBar action={action} />);

    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));

    expect(screen.getByText(/approval 1 of 2: it still waits for others/)).toBeVisible();
  });

  it('takes no rejection without a reason', async () => {
    answer('decide', detailOf(restock));
    renderWithData(<DecisionBar action={open(restock)} />);

    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    expect(screen.getByRole('button', { name: 'Reject now' })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.type(screen.getByRole('textbox'), 'supplier is on strike');
    await userEvent.click(screen.getByRole('button', { name: 'Reject now' }));

    await screen.findByRole('status');
    expect(sent.decide).toEqual([expect.objectContaining({ verdict: 'reject', reason: 'supplier is on strike' })]);
  });

  it('sends one decision for a double click', async () => {
    answer('decide', detailOf(pauseCampaign));
    renderWithData(<DecisionBar action={open(pauseCampaign)} />);

    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    await userEvent.dblClick(screen.getByRole('button', { name: 'Approve now' }));

    await screen.findByRole('status');
    expect(sent.decide).toHaveLength(1);
  });

  it('tells who was faster when the decision lost a race, and offers no button again', async () => {
    refuse('decide', { status: 409, code: 'already_decided', detail: 'Bea Approver rejected it a moment ago.' });
    renderWithData(<DecisionBar action={open(restock)} />);

    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    await userEvent.click(screen.getByRole('button', { name: 'Approve now' }));

    expect(await screen.findByText(/Bea Approver rejected it a moment ago/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
  });

  it('shows the reason why a person may not decide', () => {
    renderWithData(
      <DecisionBar action={open(restock, { mayDecide: false, whyNot: 'only Business may decide this' })} />
    );

    expect(screen.getByText('only Business may decide this')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Approve' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('decides nothing after the time is over', () => {
    const action = { ...restock, approval: makeApproval({ expiresAt: new Date(wallNow() - 1000).toISOString() }) };
    renderWithData(<DecisionBar action={action} />);

    expect(screen.getByText(/The time to decide is over/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reject' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('holds the decision back when the proposal changed while it was read', async () => {
    const action = open(restock);
    const { rerender } = renderWithData(<DecisionBar action={action} />);
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));

    const { QueryClient, QueryClientProvider } = await import('@tanstack/react-query');
    const changed = { ...action, digest: 'f'.repeat(64) };
    rerender(
      <QueryClientProvider client={new QueryClient()}>
        <DecisionBar action={changed} />
      </QueryClientProvider>
    );

    expect(screen.getByText('The proposal changed while you were reading')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Approve now' })).toBeDisabled();
    expect(sent.decide).toBeUndefined();
  });
});
