export { textStates, textsPage } from './pages/texts.tsx'
