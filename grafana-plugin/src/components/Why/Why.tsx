import React, { useState } from 'react';
import { Collapse } from '@grafana/ui';

/** Details that answer "why?", closed until asked. */
export function Why({ label, open = false, children }: { label: string; open?: boolean; children: React.ReactNode }) {
  const [isOpen, setOpen] = useState(open);
  return (
    <Collapse label={label} isOpen={isOpen} onToggle={setOpen}>
      {isOpen && children}
    </Collapse>
  );
}
