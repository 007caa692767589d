import { openSearch } from './searchFile.ts';
import { serveParts } from './serveParts.ts';

/** `search`: a `SearchTask`, whose parts are files and whose pieces are what was found in each. */
serveParts({ search: openSearch });
