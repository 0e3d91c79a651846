import { Dropdown, Menu, ToolbarButton } from '@grafana/ui';
import { getBackendSrv } from '@grafana/runtime';
import { consoleBoot } from '../boot-data.ts';

async function signInAs(id: string): Promise<void> {
  await getBackendSrv().post('/console/session', { persona: id });
  document.location.reload();
}

async function switchTheme(theme: 'light' | 'dark'): Promise<void> {
  await getBackendSrv().post('/console/theme', { theme });
  document.location.reload();
}

function PersonaMenu() {
  const { personas, persona, theme } = consoleBoot();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <Menu>
      <Menu.Group label="You are signed in as">
        {personas.map(({ id, name, description }) => (
          <Menu.Item
            key={id}
            label={name}
            description={description}
            active={id === persona.id}
            icon={id === persona.id ? 'check' : 'user'}
            onClick={() => void signInAs(id)}
          />
        ))}
      </Menu.Group>
      <Menu.Divider />
      <Menu.Item label={`Use the ${other} theme`} icon="palette" onClick={() => void switchTheme(other)} />
    </Menu>
  );
}

export function PersonaSwitcher() {
  const { persona } = consoleBoot();
  return (
    <Dropdown overlay={<PersonaMenu />} placement="bottom-end">
      <ToolbarButton icon="user" isOpen={false} aria-label={`Signed in as ${persona.name}, switch person`}>
        {persona.name}
      </ToolbarButton>
    </Dropdown>
  );
}
