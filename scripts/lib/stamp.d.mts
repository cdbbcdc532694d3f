export function createStamp(
  name: string,
  recipe: { inputs: string[]; without?: string[]; outputs: string[] },
): { isFresh(): boolean; write(): void }
