/** An icon file under `public/icons` and the pixels of its sides. */
export interface IconFile {
  file: string;
  pixels: number;
}

/** Sides, in pixels, of the icons of ribbon and store. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80, 128] as const;
/** Outlook on phones takes each of these sides in three densities. */
export const mobileIconSizes = [25, 32, 48] as const;
export const mobileIconScales = [1, 2, 3] as const;

export function iconFile(size: number): string {
  return `icon-${size}.png`;
}

export function mobileIconFile(size: number, scale: number): string {
  return `mobile-${size}x${scale}.png`;
}

/** Every icon that the manifest names. */
export function allIcons(): { colour: IconFile[]; grey: IconFile[] } {
  return {
    colour: iconSizes.map((size) => ({ file: iconFile(size), pixels: size })),
    grey: mobileIconSizes.flatMap((size) =>
      mobileIconScales.map((scale) => ({ file: mobileIconFile(size, scale), pixels: size * scale })),
    ),
  };
}
