import { LineIcon } from "./line-icon.js";

export const TasksIcon = () => (
  <LineIcon>
    <path d="M4 5.5l1.3 1.3L7.6 4.5M4 11l1.3 1.3L7.6 10M10.5 6h6M10.5 11.5h6M4.5 16.5h12" />
  </LineIcon>
);

export const CasesIcon = () => (
  <LineIcon>
    <path d="M3 6.5V15a1.5 1.5 0 001.5 1.5h11A1.5 1.5 0 0017 15V7.5A1.5 1.5 0 0015.5 6H10L8.3 4H4.5A1.5 1.5 0 003 5.5z" />
  </LineIcon>
);

/** What has come to a stop: an hourglass. */
export const StuckIcon = () => (
  <LineIcon>
    <path d="M5 3h10M5 17h10M6.5 3v2.5L10 10l3.5-4.5V3M6.5 17v-2.5L10 10l3.5 4.5V17" />
  </LineIcon>
);

/** What goes through, lane by lane. */
export const ThroughputIcon = () => (
  <LineIcon>
    <path d="M3 16.5h14M4.5 16.5v-5h2.6v5M8.7 16.5V4h2.6v12.5M12.9 16.5V8.5h2.6v8" />
  </LineIcon>
);

/** A counter that one goes to. */
export const CatalogueIcon = () => (
  <LineIcon>
    <path d="M3 8.5h14M4.5 8.5v8h11v-8M4 5.5h12l1 3H3zM8 16.5v-4.5h4v4.5" />
  </LineIcon>
);

/** A letter on its way. */
export const RequestsIcon = () => (
  <LineIcon>
    <path d="M3 5h14v10.5H3zM3.5 5.5L10 10.8l6.5-5.3" />
  </LineIcon>
);

export const BellIcon = () => (
  <LineIcon>
    <path d="M5 14V9a5 5 0 0110 0v5l1.5 1.5h-13zM8.3 17.5a2 2 0 003.4 0" />
  </LineIcon>
);

/** A letter that goes out. */
export const MailIcon = () => (
  <LineIcon>
    <path d="M2.5 10L17.5 3.5 13 17l-3.5-5zM9.5 12L17.5 3.5" />
  </LineIcon>
);

/** A clock, and what rings. */
export const ReminderIcon = () => (
  <LineIcon>
    <circle cx="10" cy="11" r="6" />
    <path d="M10 7.8V11l2.2 1.6M4.5 3.5L2.5 5.5M15.5 3.5l2 2" />
  </LineIcon>
);

export const SopsIcon = () => (
  <LineIcon>
    <rect x="3.5" y="3" width="13" height="14" rx="1" />
    <path d="M3.5 7h13M7.5 7v10M12 7v10" />
  </LineIcon>
);

/** A building with a gable, as offices are drawn. */
export const OfficeIcon = () => (
  <LineIcon>
    <path d="M3 16.5h14M4.5 16.5V8M15.5 16.5V8M3 8l7-4.5L17 8zM8 16.5v-5M12 16.5v-5" />
  </LineIcon>
);

/** Footsteps on a list: what was done, line by line. */
export const AuditIcon = () => (
  <LineIcon>
    <path d="M5 3h7l3 3v11H5zM12 3v3h3M7.5 9.5h5M7.5 12h5M7.5 14.5h3" />
  </LineIcon>
);

export const PeopleIcon = () => (
  <LineIcon>
    <circle cx="8" cy="7" r="2.8" />
    <path d="M3 16.5c.4-3 2.4-4.5 5-4.5s4.6 1.5 5 4.5M13 4.6a2.6 2.6 0 010 4.9M14.5 12.4c1.5.6 2.4 2 2.6 4" />
  </LineIcon>
);

export const PersonIcon = () => (
  <LineIcon>
    <circle cx="10" cy="7" r="3" />
    <path d="M4.5 16.5c.5-3 2.6-4.5 5.5-4.5s5 1.5 5.5 4.5" />
  </LineIcon>
);

export const PositionsIcon = () => (
  <LineIcon>
    <path d="M7.5 3.5h5v4h-5zM3.5 13h5v3.5h-5zM11.5 13h5v3.5h-5zM10 7.5v2.8M6 13v-2.7h8V13" />
  </LineIcon>
);

export const TokenIcon = () => (
  <LineIcon>
    <circle cx="7" cy="12.5" r="3.5" />
    <path d="M9.7 10L16.5 3.5M13.5 6.5l2.2 2.2" />
  </LineIcon>
);

/** A call that goes out. */
export const WebhookIcon = () => (
  <LineIcon>
    <circle cx="5" cy="15" r="2" />
    <path d="M5 9.5a5.5 5.5 0 015.5 5.5M5 4.5A10.5 10.5 0 0115.5 15" />
  </LineIcon>
);

export const MoreIcon = () => (
  <LineIcon>
    <path d="M3.5 6h13M3.5 10h13M3.5 14h13" />
  </LineIcon>
);

export const ArrowLeftIcon = () => (
  <LineIcon>
    <path d="M16 10H4.5M9 5.5L4.5 10 9 14.5" />
  </LineIcon>
);

export const ArrowRightIcon = () => (
  <LineIcon>
    <path d="M4 10h11.5M11 5.5l4.5 4.5L11 14.5" />
  </LineIcon>
);

export const ArrowUpIcon = () => (
  <LineIcon>
    <path d="M10 16V4.5M5.5 9L10 4.5 14.5 9" />
  </LineIcon>
);

export const ArrowDownIcon = () => (
  <LineIcon>
    <path d="M10 4v11.5M5.5 11l4.5 4.5 4.5-4.5" />
  </LineIcon>
);

/** Beside words that open a menu. */
export const ChevronIcon = () => (
  <svg
    width="12"
    height="12"
    viewBox="0 0 12 12"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M2.5 4.5L6 8l3.5-3.5" />
  </svg>
);

export const TrashIcon = () => (
  <LineIcon>
    <path d="M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6" />
  </LineIcon>
);

export const UndoIcon = () => (
  <LineIcon>
    <path d="M7.5 4.5L4 8l3.5 3.5M4 8h8a4 4 0 010 8H9" />
  </LineIcon>
);

export const RedoIcon = () => (
  <LineIcon>
    <path d="M12.5 4.5L16 8l-3.5 3.5M16 8H8a4 4 0 000 8h3" />
  </LineIcon>
);

export const PlusIcon = () => (
  <LineIcon>
    <path d="M10 4.5v11M4.5 10h11" />
  </LineIcon>
);

export const MinusIcon = () => (
  <LineIcon>
    <path d="M4.5 10h11" />
  </LineIcon>
);

export const DotsIcon = () => (
  <LineIcon>
    <path d="M5 10h.01M10 10h.01M15 10h.01" strokeWidth="2.4" />
  </LineIcon>
);

/** An arrow that is drawn from one step to another. */
export const JoinArrowIcon = () => (
  <LineIcon>
    <path d="M4 5.5h6.5V15M7.5 12l3 3.2 3-3.2" />
  </LineIcon>
);

export const FitIcon = () => (
  <LineIcon>
    <path d="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4" />
  </LineIcon>
);

export const MapIcon = () => (
  <LineIcon>
    <rect x="3.5" y="3" width="13" height="14" rx="1" />
    <rect x="6" y="5.5" width="6" height="4.5" />
  </LineIcon>
);

export const CheckIcon = () => (
  <LineIcon>
    <path d="M4.5 10.5l3.6 3.6L15.5 6.5" />
  </LineIcon>
);

export const SearchIcon = () => (
  <LineIcon>
    <path d="M9 4a5 5 0 110 10A5 5 0 019 4zM12.7 12.7L16.5 16.5" />
  </LineIcon>
);

export const NoteIcon = () => (
  <LineIcon>
    <path d="M4 4.5h12v9H9.5L6 16.5v-3H4zM7 7.5h6M7 10.2h4" />
  </LineIcon>
);

export const EditIcon = () => (
  <LineIcon>
    <path d="M4 16l.8-3.4L13 4.4a1.4 1.4 0 012 0l.6.6a1.4 1.4 0 010 2L7.4 15.2zM11.5 6l2.5 2.5" />
  </LineIcon>
);

export const CalendarIcon = () => (
  <LineIcon>
    <rect x="3" y="4.5" width="14" height="12" rx="1" />
    <path d="M3 8.5h14M7 3v3M13 3v3M6.5 12h2M11.5 12h2" />
  </LineIcon>
);

export const HistoryIcon = () => (
  <LineIcon>
    <path d="M3.5 10a6.5 6.5 0 106.5-6.5A6.5 6.5 0 005 5.7M3.5 3.5v3h3M10 6.5V10l2.5 1.8" />
  </LineIcon>
);

export const SidePanelIcon = () => (
  <LineIcon>
    <rect x="3" y="4" width="14" height="12" rx="1" />
    <path d="M12.5 4v12" />
  </LineIcon>
);

export const NewLaneIcon = () => (
  <LineIcon>
    <path d="M3.5 3.5h7v13h-7zM7 3.5v13M15 7.5v5M12.5 10h5" />
  </LineIcon>
);

/** Something that is fastened to something else. */
export const ClipIcon = () => (
  <LineIcon>
    <path d="M14.5 9.5l-5.2 5.2a3.2 3.2 0 01-4.5-4.5l6-6a2.1 2.1 0 013 3l-6 6a1 1 0 01-1.5-1.5L11.5 6.5" />
  </LineIcon>
);

export const CameraIcon = () => (
  <LineIcon>
    <path d="M3 6.5h3.5L8 4.5h4l1.5 2H17v9H3zM10 8.2a2.6 2.6 0 110 5.2 2.6 2.6 0 010-5.2z" />
  </LineIcon>
);

export const CloseIcon = () => (
  <LineIcon>
    <path d="M5.5 5.5l9 9M14.5 5.5l-9 9" />
  </LineIcon>
);

export const TableIcon = () => (
  <LineIcon>
    <rect x="3" y="4" width="14" height="12" rx="1" />
    <path d="M3 8h14M3 12h14M8 4v12" />
  </LineIcon>
);
