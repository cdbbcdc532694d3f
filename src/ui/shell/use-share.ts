import { useApp } from '../context.tsx'

/** @returns a function that copies the link of exactly this view and says so */
export function useShare(): () => Promise<void> {
  const { session, words, announce } = useApp()
  return async () => {
    const address = session.address()
    try {
      await navigator.clipboard.writeText(address)
      announce(words.say('share.copied'))
    } catch {
      // No clipboard without a secure address or a permission: the reader can still copy by hand.
      window.prompt(words.say('share.by-hand'), address)
    }
  }
}
