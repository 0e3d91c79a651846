import { describe, expect, it } from 'vitest';
import { kpis } from './kpis/index.ts';
import { isSignificant, supportedStatus, wilson90 } from './significance.ts';

const { conversion_rate: conversion, cart_abandonment: abandonment, stock_rupture: rupture } = kpis;
const fewOrders = { numerator: 15, denominator: 2000, sample: 2000 };
const manySessions = { numerator: 60, denominator: 10_000, sample: 10_000 };

describe('significance', () => {
  it('gives the Wilson bounds of the reference', () => {
    expect(100 * wilson90(15, 2000).high).toBeCloseTo(1.14, 2);
    expect(100 * wilson90(60, 10_000).high).toBeCloseTo(0.74, 2);
  });

  it('doubts a critical conversion of 15 orders in 2,000 sessions and believes 60 in 10,000', () => {
    expect(isSignificant(conversion, 'critical', fewOrders)).toBe(false);
    expect(isSignificant(conversion, 'critical', manySessions)).toBe(true);
  });

  it('reads the lower bound where lower is better', () => {
    expect(isSignificant(abandonment, 'critical', { numerator: 810, denominator: 1000, sample: 1000 })).toBe(false);
    expect(isSignificant(abandonment, 'critical', { numerator: 830, denominator: 1000, sample: 1000 })).toBe(true);
  });

  it('needs the sample alone for complete counts and for an ok status', () => {
    expect(isSignificant(rupture, 'critical', { numerator: 1, denominator: 5, sample: 5 })).toBe(true);
    expect(isSignificant(conversion, 'ok', fewOrders)).toBe(true);
    expect(isSignificant(conversion, 'ok', { ...fewOrders, sample: 99 })).toBe(false);
  });

  it('is false while undefined and when a ratio comes without its counts', () => {
    expect(isSignificant(conversion, 'undefined', manySessions)).toBe(false);
    expect(isSignificant(conversion, 'critical', { sample: 10_000 })).toBe(false);
  });

  it('credits an unsure critical as the warning it surely is', () => {
    expect(supportedStatus(conversion, 0.75, fewOrders)).toBe('warning');
    expect(supportedStatus(conversion, 0.6, manySessions)).toBe('critical');
    expect(supportedStatus(conversion, 0.5, { numerator: 1, denominator: 200, sample: 200 })).toBe('critical');
  });
});
