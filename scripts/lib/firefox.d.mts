export const NO_FIREFOX: string
export function findFirefox(): Promise<{ firefox: string; display: string | null } | null>
