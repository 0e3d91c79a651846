import { z } from 'zod';

/** An id of the company's own tables. */
export const rowId = z.number().int().positive();
export const days = z.number().int().min(1).max(60);
/** Money in the reporting currency. */
export const money = z.number().nonnegative();
/** What a person reads in a task or message; never copied from an alert or a customer. */
export const text = z.string().min(3).max(2_000);
export const title = z.string().min(3).max(160);
