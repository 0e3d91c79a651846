import React from 'react';
import type { Plan } from '@ai-cos/agent-runner/contract';
import { ActionTable } from '../../components/ActionTable/ActionTable.tsx';
import { FindingView } from '../../components/Finding/FindingView.tsx';
import { Muted, Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { OutcomeList } from '../../components/Outcome/OutcomeList.tsx';
import { PlanGraph } from '../../components/PlanGraph/PlanGraph.tsx';
import { RelevanceTable } from '../../components/Relevance/RelevanceTable.tsx';
import { KpiName, NameList } from '../../components/TextLink/names.tsx';
import { Why } from '../../components/Why/Why.tsx';
import { formatShare } from '../../format/number.ts';
import { agentName, boardName, sentence } from '../../format/words.ts';

function RootCauses({ plan }: { plan: Plan }) {
  if (plan.rootCauses.length === 0) {
    return <Nothing>No single cause stands out.</Nothing>;
  }
  return (
    <ul>
      {plan.rootCauses.map(({ kpiId, support, explains, reason }) => (
        <li key={kpiId}>
          <KpiName id={kpiId} /> <Muted>({formatShare(support)} support)</Muted>: {reason}.{' '}
          {explains.length > 0 && (
            <>
              Explains <NameList ids={explains} name={KpiName} />.
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Agreements({ plan }: { plan: Plan }) {
  return (
    <>
      {plan.resolutions.map(({ rule, reason, dropped }) => (
        <div key={rule + reason}>
          <strong>{sentence(rule)}</strong>: {reason}
          {dropped.length > 0 && <Muted> Dropped: {dropped.join(', ')}.</Muted>}
        </div>
      ))}
      {plan.boardVotes.map(({ member, actionId, agrees, weight, reason }) => (
        <div key={member + actionId}>
          Board, <strong>{boardName(member)}</strong> ({formatShare(weight)}) {agrees ? 'agrees' : 'objects'}: {reason}
        </div>
      ))}
      {plan.notes.map(({ stage, agentId, note }) => (
        <div key={stage + note}>
          <Muted>
            {sentence(stage)}
            {agentId === null ? '' : `, ${agentName(agentId)}`}: {note}
          </Muted>
        </div>
      ))}
    </>
  );
}

/** A plan: its steps as a graph, why, who spoke and who stayed silent, what was settled. */
export function PlanSections({ plan }: { plan: Plan }) {
  const speaking = plan.relevance.filter(({ speaks }) => speaks);
  const silent = plan.relevance.filter(({ speaks }) => !speaks);
  const settled = plan.resolutions.length + plan.boardVotes.length + plan.notes.length;
  return (
    <>
      <Section title="Plan" aside={<Muted>revision {plan.revision}</Muted>}>
        <p>{plan.summary}</p>
        <PlanGraph plan={plan} />
      </Section>
      <Section title="Actions">
        {plan.actions.length === 0 ? <Nothing>No action.</Nothing> : <ActionTable actions={plan.actions} />}
      </Section>
      {plan.outcomes.length > 0 && (
        <Section title="Whether it worked">
          <OutcomeList outcomes={plan.outcomes} />
        </Section>
      )}
      <Section title="Why">
        <RootCauses plan={plan} />
        {plan.findings.map((finding) => (
          <FindingView key={finding.id} finding={finding} evidence="on request" />
        ))}
      </Section>
      <Why label={`Who spoke (${speaking.length})`}>
        <RelevanceTable label="Agents that spoke" rows={speaking} />
      </Why>
      <Why label={`Who stayed silent, and why (${silent.length})`}>
        <RelevanceTable label="Agents that stayed silent" rows={silent} />
      </Why>
      <Why label={`What was settled, objected or missed (${settled})`}>
        {settled === 0 ? <Nothing>Nothing to settle.</Nothing> : <Agreements plan={plan} />}
        <div>
          <Muted>Plan hash {plan.hash.slice(0, 16)}…: the same input gives the same hash.</Muted>
        </div>
      </Why>
    </>
  );
}
