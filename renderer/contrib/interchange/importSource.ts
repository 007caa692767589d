/** Bytes to import: an upload, or a file of the workspace. */
export type ImportSource = { readonly upload: string } | { readonly path: string };
