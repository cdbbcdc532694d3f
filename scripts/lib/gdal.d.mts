export const NO_GDAL: string
export function findGdal(): Promise<string | null>
