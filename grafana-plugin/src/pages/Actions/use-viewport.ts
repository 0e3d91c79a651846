import { useEffect, useState } from 'react';

/** Room for a page body: what Grafana's navigation, header and title leave. */
function room(): { width: number; height: number } {
  return { width: window.innerWidth - 260, height: Math.max(420, window.innerHeight - 220) };
}

export function useViewport(): { width: number; height: number } {
  const [size, setSize] = useState(room);
  useEffect(() => {
    const onResize = () => setSize(room());
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return size;
}
