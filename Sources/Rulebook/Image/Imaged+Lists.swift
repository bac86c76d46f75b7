import Casebook

extension List: Imaged {
  convenience init<Coder: ImageCoder>(_ coder: inout Coder, _ old: List?) throws(ImageFault) {
    self.init(
      kinds: try coder(old?.kinds), nouns: try coder(old?.nouns), source: try coder(old?.source),
      reach: try coder(old?.reach), slot: try coder(old?.slot), bound: try coder(old?.bound),
      condition: try coder(old?.condition), span: try coder(old?.span))
  }
}

extension List.Source: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .all: try image.form(0)
    case .of(let thing, let relation): try image.form(1, thing, relation)
    case .inside(let list): try image.form(2, list)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .all
    case 1: self = .of(try image(), try image())
    case 2: self = .inside(try image())
    default: throw .damaged
    }
  }
}

extension List.Relation: ImagedChoice {}

extension List.Bound: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .before(let thing): try image.form(0, thing)
    case .after(let thing): try image.form(1, thing)
    case .on(let thing): try image.form(2, thing)
    case .through(let thing): try image.form(3, thing)
    case .from(let start, let end): try image.form(4, start, end)
    case .afterThrough(let start, let end): try image.form(5, start, end)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .before(try image())
    case 1: self = .after(try image())
    case 2: self = .on(try image())
    case 3: self = .through(try image())
    case 4: self = .from(try image(), through: try image())
    case 5: self = .afterThrough(try image(), through: try image())
    default: throw .damaged
    }
  }
}
