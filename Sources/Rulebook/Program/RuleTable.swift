public import Values

/// A table of a rule document.
public struct RuleTable: Sendable {
  /// What decides which row is read.
  public enum Kind: Sendable {
    /// Rows hold from a day on.
    case dated
    /// Rows hold up to an amount, perhaps from a day on.
    case brackets
    /// Days of every year.
    case calendar([CalendarDay])
    /// Rows answer to keys, or are gone through one by one.
    case plain
  }

  /// One entry of a calendar.
  public enum CalendarDay: Hashable, Sendable {
    /// The same date every year.
    case date(month: Int, day: Int)
    /// Days after Easter Sunday.
    case easter(Int)
    /// A day of the week.
    case weekday(CivilDay.Weekday)
  }

  /// A column that can be read.
  public struct Column: Sendable {
    /// Its name.
    public let name: String
    /// What it gives, or nil for words.
    public let type: ColumnType
  }

  /// What the cells of a column are.
  public enum ColumnType: Hashable, Sendable {
    case money, number, day, flag, words
    /// A percentage, kept as a part of one.
    case share
    case duration(DurationUnit)
    /// A time of day, in seconds since midnight.
    case clock
  }

  /// One cell.
  public enum Cell: Hashable, Sendable {
    case empty
    case number(Ratio)
    case day(CivilDay)
    case flag(Bool)
    case words([String])
  }

  /// One row.
  public struct Row: Sendable {
    /// When it holds.
    public let period: Period
    /// The largest amount it holds for, in øre or units; nil: above all others.
    public let upTo: Ratio?
    /// Its cells, by column.
    public let cells: [Cell]
    /// Where each cell stands.
    let spans: [Span]
    /// Where the row stands.
    public let span: Span
  }

  /// Its name.
  public let name: String
  /// What decides which row is read.
  public let kind: Kind
  /// The columns that can be read.
  public let columns: [Column]
  /// Index of the column that holds keys, or nil.
  public let keyColumn: Int?
  /// The rows, read when they are first asked for.
  let content: Later<[Row]>
  /// Whether rows are dated.
  public let isDated: Bool
  /// Where it stands.
  public let span: Span

  /// The rows; dated ones by first day.
  public var rows: [Row] { content.part }

  /// Index of a column by name.
  public func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// Whether a calendar has a day.
  public func has(_ day: CivilDay) -> Bool {
    guard case .calendar(let days) = kind else { return false }
    let (year, month, dayOfMonth) = day.parts
    return days.contains { entry in
      switch entry {
      case .date(let entryMonth, let entryDay): entryMonth == month && entryDay == dayOfMonth
      case .easter(let offset): day.days(since: CivilDay.easterSunday(of: year) ?? day) == offset
      case .weekday(let weekday): day.weekday == weekday
      }
    }
  }
}

extension RuleTable {
  init(
    name: String, kind: Kind, columns: [Column], keyColumn: Int?, rows: [Row], isDated: Bool,
    span: Span
  ) {
    self.init(
      name: name, kind: kind, columns: columns, keyColumn: keyColumn, content: Later(rows),
      isDated: isDated, span: span)
  }
}
