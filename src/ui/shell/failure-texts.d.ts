/** Made by vite/messages.ts: the messages of every catalogue whose ids begin with `failure.`. */
declare module 'virtual:failure-texts' {
  const texts: Record<string, Record<`failure.${string}`, string>>
  export default texts
}
