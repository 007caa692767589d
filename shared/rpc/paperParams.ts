import { z } from 'zod';

/** A working paper: of which audit, by whom, what it says, and why it comes after a sign-off. */
export const paper = {
  auditId: z.string().max(64),
  by: z.string().trim().min(1).max(100),
  text: z.string().trim().max(4000),
  reason: z.string().trim().min(1).max(1000).nullable(),
};

/** What became of an exception. */
export const paperStatus = z.enum(['open', 'explained', 'accepted', 'disputed', 'settled']);

/** Which exceptions of an audit are wanted. */
export const exceptionFilter = z.strictObject({
  status: z.union([paperStatus, z.literal('unsettled')]).nullable(),
  owner: z.string().max(100).nullable(),
  text: z.string().max(200),
});
