import Values

extension RuleTable: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: RuleTable?) throws(ImageFault) {
    self.init(
      name: try coder(old?.name), kind: try coder(old?.kind),
      // Told in full, so that the compiler makes one function of it.
      columns: try coder.list(old?.columns) { (coder, old) throws(ImageFault) in
        Column(name: try coder.text(old?.name), type: try coder.forms(old?.type))
      },
      keyColumn: try coder(old?.keyColumn), content: try coder.later(old?.content),
      isDated: try coder(old?.isDated), span: try coder(old?.span))
  }
}

extension RuleTable.Kind: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .dated: try image.form(0)
    case .brackets: try image.form(1)
    case .calendar(let days): try image.form(2, days)
    case .plain: try image.form(3)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .dated
    case 1: self = .brackets
    case 2: self = .calendar(try image())
    case 3: self = .plain
    default: throw .damaged
    }
  }
}

extension RuleTable.CalendarDay: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .date(let month, let day): try image.form(0, month, day)
    case .easter(let offset): try image.form(1, offset)
    case .weekday(let weekday): try image.form(2, weekday)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .date(month: try image(), day: try image())
    case 1: self = .easter(try image())
    case 2: self = .weekday(try image())
    default: throw .damaged
    }
  }
}

extension RuleTable.ColumnType: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .money: try image.form(0)
    case .number: try image.form(1)
    case .day: try image.form(2)
    case .flag: try image.form(3)
    case .words: try image.form(4)
    case .share: try image.form(5)
    case .duration(let unit): try image.form(6, unit)
    case .clock: try image.form(7)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .money
    case 1: self = .number
    case 2: self = .day
    case 3: self = .flag
    case 4: self = .words
    case 5: self = .share
    case 6: self = .duration(try image())
    case 7: self = .clock
    default: throw .damaged
    }
  }
}

extension RuleTable.Cell: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .empty: try image.form(0)
    case .number(let number): try image.form(1, number)
    case .day(let day): try image.form(2, day)
    case .flag(let flag): try image.form(3, flag)
    case .words(let words): try image.form(4, words)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .empty
    case 1: self = .number(try image())
    case 2: self = .day(try image())
    case 3: self = .flag(try image())
    case 4: self = .words(try image())
    default: throw .damaged
    }
  }
}

extension RuleTable.Row: Imaged {
  /// Where each cell stands is not kept: only compiling reads it, for what is wrong.
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: RuleTable.Row?) throws(ImageFault) {
    self.init(
      period: try coder(old?.period), upTo: try coder(old?.upTo), cells: try coder(old?.cells),
      spans: [], span: try coder(old?.span))
  }
}
