import { useState, type ReactNode } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Icon, IconButton, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom-v5-compat';
import { locationService } from '@grafana/runtime';
import type { NavLink } from './nav-links.ts';
import { PersonaSwitcher } from './persona-switcher.tsx';

interface Props {
  links: NavLink[];
  children: ReactNode;
}

function NavItem({ link, onVisit }: { link: NavLink; onVisit: () => void }) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const current = pathname === link.path || pathname.startsWith(`${link.path}/`);
  return (
    <a
      href={link.path}
      className={cx(styles.link, current && styles.current)}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        locationService.push(link.path);
        onVisit();
      }}
    >
      <Icon name={link.icon as IconName} />
      <span>{link.text}</span>
    </a>
  );
}

/** Stands where Grafana's chrome would be: navigation, who is signed in, and the page. */
export function ConsoleFrame({ links, children }: Props) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <div className={styles.burger}>
          <IconButton name="bars" size="lg" aria-label="Open navigation" onClick={() => setOpen(!open)} />
        </div>
        <a className={styles.brand} href="/">
          <img src="/public/plugins/aicos-app/img/logo.svg" alt="" width={24} height={24} />
          <strong>AI-COS</strong>
        </a>
        <PersonaSwitcher />
      </header>
      <div className={styles.body}>
        <nav className={cx(styles.nav, open && styles.navOpen)} aria-label="AI-COS">
          {links.map((link) => (
            <NavItem key={link.path} link={link} onVisit={() => setOpen(false)} />
          ))}
        </nav>
        <main className={styles.main}>{children}</main>
      </div>
    </div>
  );
}

const narrow = '@media (max-width: 768px)';

function getStyles(theme: GrafanaTheme2) {
  const border = `1px solid ${theme.colors.border.weak}`;
  return {
    frame: css({
      display: 'flex',
      flexDirection: 'column',
      minHeight: '100vh',
      background: theme.colors.background.canvas,
    }),
    header: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: 48,
      padding: theme.spacing(0, 2),
      borderBottom: border,
      background: theme.colors.background.primary,
      position: 'sticky',
      top: 0,
      zIndex: theme.zIndex.navbarFixed,
    }),
    burger: css({ display: 'none', [narrow]: { display: 'block' } }),
    brand: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), flex: 1 }),
    body: css({ display: 'flex', flex: 1, minWidth: 0 }),
    nav: css({
      width: 184,
      flexShrink: 0,
      padding: theme.spacing(2, 1),
      borderRight: border,
      background: theme.colors.background.primary,
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
      [narrow]: { display: 'none' },
    }),
    navOpen: css({
      [narrow]: {
        display: 'flex',
        position: 'fixed',
        top: 48,
        bottom: 0,
        left: 0,
        zIndex: theme.zIndex.sidemenu,
        boxShadow: theme.shadows.z3,
      },
    }),
    link: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 1),
      borderRadius: theme.shape.radius.default,
      color: theme.colors.text.secondary,
      '&:hover': { background: theme.colors.action.hover, color: theme.colors.text.primary },
    }),
    current: css({ background: theme.colors.action.selected, color: theme.colors.text.primary }),
    main: css({ flex: 1, minWidth: 0 }),
  };
}
