import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, useStyles2 } from '@grafana/ui';
import { filterChoices, filterNames, type InboxFilter } from './inbox-filter.ts';

interface Props {
  filter: InboxFilter;
  onChange: (filter: InboxFilter) => void;
}

export function FilterBar({ filter, onChange }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar}>
      {filterNames.map((name) => (
        <div key={name} className={styles.filter}>
          <Combobox
            aria-label={`Filter by ${filterChoices[name].label}`}
            placeholder={filterChoices[name].label}
            options={filterChoices[name].choices}
            value={filter[name] ?? null}
            isClearable
            onChange={(choice: { value: string } | null) => onChange({ ...filter, [name]: choice?.value })}
          />
        </div>
      ))}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), padding: theme.spacing(1, 0) }),
    filter: css({ flex: '1 1 120px', minWidth: 100, maxWidth: 220 }),
  };
}
