import React from 'react';
import { useParams } from 'react-router-dom';
import { ActionDetailView } from '../../components/ActionDetail/ActionDetailView.tsx';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { useAction } from '../../data/actions.ts';
import { links } from '../../links.ts';

/** The page every notification and annotation links to. */
export function ActionPage() {
  const { id = '' } = useParams();
  const { data } = useAction(id);
  return (
    <AppPage title={data?.title ?? 'Action'} subTitle={<ItemLink href={links.actions()}>All actions</ItemLink>}>
      <Section title="Decision and effect">
        <ActionDetailView id={id} />
      </Section>
    </AppPage>
  );
}
