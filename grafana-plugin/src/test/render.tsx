import React from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router-dom';

function testClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, refetchInterval: false }, mutations: { retry: false } },
  });
}

/** Renders with a data client of its own. */
export function renderWithData(element: React.ReactElement): RenderResult {
  return render(<QueryClientProvider client={testClient()}>{element}</QueryClientProvider>);
}

interface PageOptions {
  path: string;
  at: string;
}

/** Renders a page under a route, as the app does. */
export function renderPage(element: React.ReactElement, { path, at }: PageOptions): RenderResult {
  return renderWithData(
    <MemoryRouter initialEntries={[at]}>
      <Routes>
        <Route path={path} element={element} />
      </Routes>
    </MemoryRouter>
  );
}
