import { serveParts } from '../../workers/serveParts.ts';
import { openDecode, openRun } from './scenarioJobs.ts';

/** `decode`: the text of a scenario; `run`: a `RunTask`. Each in one part. */
serveParts({ decode: openDecode, run: openRun });
