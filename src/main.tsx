// Before everything else: the style sheets that components bring along build on these.
import './ui/styles/fonts.css'
import './ui/styles/tokens.css'
import './ui/styles/page.css'
import './ui/styles/controls.css'
import './ui/first-picture/first-picture.css'
import { createRoot } from 'react-dom/client'
import { Root } from './ui/app.tsx'
import { liveWithTranslation } from './ui/shell/translation.ts'

const root = document.getElementById('root')!
// In a frame without an origin the map has no worker; index.html says so.
if (self.origin !== 'null') {
  // From here on the page speaks for itself.
  document.documentElement.dataset.begun = '1'
  liveWithTranslation(root)
  createRoot(root).render(<Root />)
}
