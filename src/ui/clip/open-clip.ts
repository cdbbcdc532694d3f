/** Chooses how a moving picture is written; what encodes it is loaded when it is first wanted. */
import { CLIP_FILES, type ClipFile, type ClipSize, type ClipWriter } from './contract.ts'

/** @returns files that can be made here in this size; GIF always can */
export async function possibleFiles(size: Omit<ClipSize, 'rate'>): Promise<ClipFile[]> {
  if (typeof VideoEncoder === 'undefined') return ['gif']
  const { codecFor } = await import('./video.ts')
  const possible = await Promise.all(
    CLIP_FILES.map(async (file) => file === 'gif' || (await codecFor(file, size)) !== null),
  )
  return CLIP_FILES.filter((_, i) => possible[i])
}

/** @throws Error when it cannot be made here, or the code does not arrive */
export async function openClip(file: ClipFile, size: ClipSize): Promise<ClipWriter> {
  return file === 'gif'
    ? (await import('./gif.ts')).openGif(size)
    : (await import('./video.ts')).openVideo(file, size)
}
