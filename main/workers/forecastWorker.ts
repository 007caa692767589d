import { serveParts } from './serveParts.ts';

serveParts({});
