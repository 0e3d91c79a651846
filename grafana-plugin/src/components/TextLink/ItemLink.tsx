import React from 'react';
import { css, cx } from '@emotion/css';
import { locationUtil, type GrafanaTheme2 } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';

interface Props {
  href: string;
  className?: string;
  children: React.ReactNode;
}

function isPlainClick(event: React.MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** A link to an item of the app that works in pages and in panels, where no router of ours exists. */
export function ItemLink({ href, className, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <a
      href={locationUtil.assureBaseUrl(href)}
      className={cx(styles.link, className)}
      onClick={(event) => {
        if (isPlainClick(event)) {
          event.preventDefault();
          locationService.push(href);
        }
      }}
    >
      {children}
    </a>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    // Colour alone does not tell a link from the text around it.
    link: css({
      color: theme.colors.text.link,
      textDecoration: 'underline dotted',
      textDecorationColor: theme.colors.border.strong,
      textUnderlineOffset: 3,
      '&:hover': { textDecorationStyle: 'solid' },
    }),
  };
}
