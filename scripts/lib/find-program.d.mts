export function findProgram(program: {
  names: string[]
  elsewhere?: string[]
  flags?: string[]
  says: RegExp
}): Promise<string | null>
