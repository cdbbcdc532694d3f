export function serve(folder: string, ports: number[]): Promise<{ url: string; close(): Promise<void> }>
