import './ui/styles/fonts.css'
import './ui/styles/tokens.css'
import './ui/styles/page.css'
import './ui/styles/controls.css'
import './ui/styles/legend.css'
import './ui/styles/dock.css'
import './ui/styles/narrow.css'
import { createRoot } from 'react-dom/client'
import { Root } from './ui/app.tsx'

createRoot(document.getElementById('root')!).render(<Root />)
