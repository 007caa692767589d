/** What is known of the app that was just packed. */
export interface Packed {
  readonly appOutDir: string;
  readonly packager: { readonly appInfo: { readonly productFilename: string }; readonly executableName: string };
  readonly electronPlatformName: string;
}

export function afterPack(packed: Packed): Promise<void>;
