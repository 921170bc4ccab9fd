export { type AssetFile, type Assets, buildAssets } from './assets.ts'
export { Beads, type BeadsProps } from './beads.tsx'
export { Button, type ButtonProps, LinkButton } from './button.tsx'
export { CallBoard, CallCard, type CallCardProps } from './call-card.tsx'
export {
  CheckCards,
  type CheckCardsProps,
  type ChoiceLink,
  ChoiceLinks,
  NumberChoice,
  type NumberChoiceProps,
  type Option,
  RadioCards,
  type RadioCardsProps,
} from './choices.tsx'
export { Document, type DocumentProps, toHtml } from './document.tsx'
export { ErrorSummary, type ErrorSummaryProps } from './error-summary.tsx'
export {
  Field,
  type FieldProps,
  HiddenFields,
  idOf,
  Select,
  type SelectOption,
  type SelectProps,
  TextArea,
  type TextAreaProps,
} from './field.tsx'
export { DeskCard, type DeskCardProps, Person, type PersonProps, Persons } from './hall.tsx'
export { HallPlan, type HallPlanProps, type PlanDesk, type Spot } from './hall-plan.tsx'
export { Icon, type IconProps } from './icon.tsx'
export { KioskShell, type KioskShellProps, type KioskWords } from './kiosk-shell.tsx'
export { type LanguageItem, LanguageMenu, type LanguageMenuProps } from './language-menu.tsx'
export { LeaveButton, type LeaveButtonProps } from './leave.tsx'
export { DocumentList, Steps } from './lists.tsx'
export { Mark, Seam } from './mark.tsx'
export { EmptyState, type EmptyStateProps, Notice, type NoticeProps } from './notice.tsx'
export { BigNumber, type BigNumberProps, FigureTile, RangeText } from './number.tsx'
export { externalLink, PhoneLink, WebLink } from './out-link.tsx'
export {
  DisplayShell,
  type DisplayShellProps,
  PublicShell,
  type ShellProps,
  SlipShell,
  type SlipShellProps,
} from './shells.tsx'
export { COLOURS, SIGNS, Sign, type SignProps, signSvg } from './sign.tsx'
export { type NavItem, StaffShell, type StaffShellProps } from './staff-shell.tsx'
export { type Knot, Thread, type ThreadProps } from './thread.tsx'
