import React from 'react';
import { config } from '@grafana/runtime';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { makeSimulation } from '../../../fixtures/factories/simulation.ts';
import { personas } from '../../../fixtures/personas.ts';
import { renderWithData } from '../../test/render.tsx';
import { answer, refuse, sent } from '../../test/server.ts';
import { SimulationForm } from './SimulationForm.tsx';

const run = () => screen.getByRole('button', { name: 'Run simulation' });

/** The button waits for the person's rights. */
function ready(): Promise<void> {
  return waitFor(() => expect(run()).not.toHaveAttribute('aria-disabled', 'true'));
}

describe('SimulationForm', () => {
  beforeEach(() => {
    config.bootData.user.orgRole = 'Editor' as typeof config.bootData.user.orgRole;
    answer('me', personas.approver);
  });

  it('sends the levers as the contract has them', async () => {
    const onStarted = jest.fn();
    answer('runSimulation', makeSimulation(7));
    renderWithData(<SimulationForm type="pricing" onStarted={onStarted} />);
    await ready();
    await userEvent.type(screen.getByLabelText(/Only products/), '123, 7');
    await userEvent.type(screen.getByLabelText('Name'), 'Before Christmas');

    await userEvent.click(run());

    await waitFor(() => expect(onStarted).toHaveBeenCalled());
    expect(onStarted).toHaveBeenCalledWith(makeSimulation(7).id);
    expect(sent.runSimulation).toEqual([
      expect.objectContaining({
        scenarioName: 'Before Christmas',
        levers: [{ scenarioType: 'pricing', inputParams: { fromDay: 0, changePercent: 5, productIds: [123, 7] } }],
      }),
    ]);
  });

  it('shows that the runner offers no simulation', async () => {
    const detail = 'Simulation is not available on this installation.';
    refuse('runSimulation', { status: 503, code: 'simulation_not_available', detail });
    renderWithData(<SimulationForm type="budget" onStarted={jest.fn()} />);
    await ready();

    await userEvent.click(run());

    expect(await screen.findByText(new RegExp(detail))).toBeVisible();
  });

  it('says why somebody may not simulate', async () => {
    answer('me', personas.viewer);
    renderWithData(<SimulationForm type="budget" onStarted={jest.fn()} />);

    expect(await screen.findByText('needs the Grafana role Editor')).toBeVisible();
    expect(run()).toHaveAttribute('aria-disabled', 'true');
  });
});
