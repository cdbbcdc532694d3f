// Before everything else: the style sheets that components bring along build on these.
import './ui/styles/fonts.css'
import './ui/styles/tokens.css'
import './ui/styles/page.css'
import './ui/styles/controls.css'
import { createRoot } from 'react-dom/client'
import { Root } from './ui/app.tsx'

createRoot(document.getElementById('root')!).render(<Root />)
