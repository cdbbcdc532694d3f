/** Writes MP4 and WebM: the browser encodes (WebCodecs), mediabunny puts what it encoded into a file. */
import {
  BufferTarget,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  type VideoCodec,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny'
import type { ClipFile, ClipSize, ClipWriter } from './contract.ts'

export type VideoFile = Exclude<ClipFile, 'gif'>

/** What most players know comes first. */
const CODECS: Record<VideoFile, VideoCodec[]> = {
  mp4: ['avc', 'hevc', 'av1', 'vp9'],
  webm: ['vp9', 'av1', 'vp8'],
}
/** Seconds; a day can be jumped to within this. */
const KEY_FRAMES = 2

/** @returns the codec by which this browser makes such a file of this size, `null` where it cannot */
export function codecFor(
  file: VideoFile,
  { width, height }: Omit<ClipSize, 'rate'>,
): Promise<VideoCodec | null> {
  return getFirstEncodableVideoCodec(CODECS[file], { width, height })
}

/** @throws Error when the browser cannot encode it */
export async function openVideo(file: VideoFile, size: ClipSize): Promise<ClipWriter> {
  const { width, height, rate } = size
  const codec = await codecFor(file, size)
  if (!codec) throw new Error(`this browser cannot encode ${file}`)
  const target = new BufferTarget()
  const output = new Output({
    format: file === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  })
  const source = new VideoSampleSource({ codec, bitrate: QUALITY_HIGH, keyFrameInterval: KEY_FRAMES })
  output.addVideoTrack(source, { frameRate: rate })
  await output.start()
  let frames = 0
  return {
    async add(rgba) {
      const sample = new VideoSample(rgba, {
        format: 'RGBA',
        codedWidth: width,
        codedHeight: height,
        timestamp: frames / rate,
        duration: 1 / rate,
      })
      frames++
      try {
        await source.add(sample)
      } finally {
        sample.close()
      }
    },
    async finish() {
      await output.finalize()
      return new Uint8Array(target.buffer!)
    },
  }
}
